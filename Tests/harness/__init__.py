"""What the tests of the command and of the browser share."""
