"""Who the office is on its papers: the form, its preview, its page, and the desk that stores it."""
