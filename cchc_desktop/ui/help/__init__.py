"""The guide in the program: chapters as Markdown files in resources/help, and a page of keys made from the actions."""
