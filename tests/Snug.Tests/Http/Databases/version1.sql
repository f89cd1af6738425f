-- What the first version of the schema wrote when cindy and ethan talked by line, two guests called ethan among them.
INSERT INTO users (id, name, key) VALUES
    (1, 'cindy', 'cindy'),
    (2, 'Ethan', 'ethan'),
    (5, 'ethan', 'ethan');
INSERT INTO events (id, room, type, user, at, text) VALUES
    (1, 1, 'message', 1, 1767225600000, 'We had pizza last night.'),
    (2, 1, 'message', 2, 1767225601500, 'How about spaghetti?'),
    (3, 1, 'message', 5, 1767225602250, '🍕 <cindy> "quoted" ''text''');
