"""The pane beside the plan that shows one item as a form, with its history and the correction of its schedule."""
