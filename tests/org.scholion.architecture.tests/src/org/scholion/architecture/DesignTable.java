package org.scholion.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each bundle may import: the tables of releng/docs/architecture.md. */
record DesignTable(Map<String, Row> bundles, Map<String, List<String>> libraries) {

	static final String PREFIX = "org.scholion.";

	/** One bundle's row; {@code allowed} holds short names of bundles and names of libraries. */
	record Row(String bundle, List<String> allowed, boolean serviceOnly) {
		Row {
			allowed = List.copyOf(allowed);
		}
	}

	static DesignTable read(Path page) {
		try {
			return parse(Files.readAllLines(page));
		} catch (IOException e) {
			throw new UncheckedIOException(page.toString(), e);
		}
	}

	static DesignTable parse(List<String> lines) {
		Map<String, Row> bundles = new LinkedHashMap<>();
		Map<String, List<String>> libraries = new LinkedHashMap<>();
		String table = "";
		for (String line : lines) {
			if (!line.startsWith("|")) {
				table = "";
				continue;
			}
			List<String> cells = Arrays.stream(line.substring(1).split("\\|", -1)).map(String::strip).toList();
			String first = cells.get(0);
			if (table.isEmpty()) {
				table = first;
			} else if (first.startsWith("---")) {
				continue;
			} else if (table.startsWith(PREFIX)) {
				bundles.put(PREFIX + first, new Row(PREFIX + first, names(cells.get(2)), cells.get(3).equals("yes")));
			} else if (table.equals("name")) {
				libraries.put(first, names(cells.get(1)));
			}
		}
		bundles.values().forEach(row -> row.allowed().forEach(name -> {
			if (!libraries.containsKey(name) && !bundles.containsKey(PREFIX + name)) {
				throw new IllegalArgumentException("The table allows " + row.bundle() + " to import the unknown " + name);
			}
		}));
		return new DesignTable(bundles, libraries);
	}

	private static List<String> names(String cell) {
		return Arrays.stream(cell.replace("\\*", "*").split(",")).map(String::strip)
				.filter(name -> !name.isEmpty() && !name.equals("nothing")).toList();
	}

	/** Patterns of package and bundle names that a bundle may import: exact names, or prefixes that end in ".*". */
	List<String> allowedPatterns(Row row) {
		List<String> patterns = new ArrayList<>(libraries.get("always"));
		for (String name : row.allowed()) {
			if (libraries.containsKey(name)) {
				patterns.addAll(libraries.get(name));
			}
		}
		return patterns;
	}

	static boolean matches(String pattern, String name) {
		if (pattern.endsWith(".*")) {
			String prefix = pattern.substring(0, pattern.length() - 2);
			return name.equals(prefix) || name.startsWith(prefix + ".");
		}
		return name.equals(pattern);
	}
}
