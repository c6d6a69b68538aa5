"""Who said what in what was typed: pasted lines, quotes, reports."""
