// Made up, for volume: nobody is meant.

export const givenNames =
  'Maya Theo Isla Carys Dean Sheila Ivo Nell Jonah Priya Omar Leila Kofi Abena Wren Silas Hana Tomasz Ewa Bronwen Rhys Idris Zainab Bilal Mei Jun Rosa Mateo Ada Felix Orla Finn Greta Hugo Ines Jude Kezia Luca Mina Noor Otis Petra Quinn Rafe Saffron Tariq Una Vera Wilf Yusuf'.split(
    ' ',
  )

export const familyNames =
  'Ellwood Marlow Santander Fairweather Okafor Holt Brisk Dunmore Teal Crewe Ashdown Birkett Calloway Dray Eastoe Farrow Garrick Hale Ingleby Jessop Kestrel Larkin Mossop Nettle Orchard Pellow Quince Ravensdale Sorrell Tolland Upjohn Venn Whitlock Yarrow Adeyemi Banerjee Chaudhry Danso Eze Farouk Gashi Haddad Iqbal Jankowski Kaya Lindqvist Mbeki Nowak Osman Popescu'.split(
    ' ',
  )

export const streets =
  'High Street,Station Road,Mill Lane,Church Walk,Orchard Close,Harbour View,Chapel Hill,The Green,Abbey Road,Quarry Lane'.split(
    ',',
  )
export const towns = 'Northbay,Millford,Castle Combe Regis,Ashwater,Stourfield,Holmsea'.split(',')

export const happened = [
  'The visit was planned and lasted about an hour.',
  'School says that attendance has been better since half term.',
  'The health visitor has been, and has no worries about weight or sleep.',
  'The kitchen was clean and there was food in the fridge.',
  'We talked about what will happen at the next meeting and who will be there.',
  'A neighbour had rung on Sunday about shouting late in the evening.',
  'The letter from the landlord has come, and it needs an answer by the end of the month.',
  'Grandmother will collect from school on Tuesdays and Thursdays from now on.',
  'The bike is still broken; we agreed who will mend it.',
  'The nurse will send the dates for the clinic.',
] as const

export const meant = [
  'The plan is working, slowly.',
  'This needs to be looked at again with the manager.',
  'There is warmth between them, and it shows in small things.',
  'I am not sure that we know enough about the weekends.',
] as const

export const childsWords = [
  '“I want to stay here and keep my room.”',
  '“Can you ask if my sister can come?”',
  '“School is all right. Maths is boring.”',
  'Did not want to talk today, and drew instead.',
  '“I like it when Nan makes tea.”',
] as const
