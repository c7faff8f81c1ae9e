"""What the window keeps and does about the follow-up: statuses as of today, recording, the screens that show them."""
