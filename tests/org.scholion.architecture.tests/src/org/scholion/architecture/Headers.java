package org.scholion.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/** The headers of a bundle's manifest, taken apart into clauses. */
record Headers(Map<String, String> values) {

	/** One clause of a header: its name and its attributes and directives, the latter with the colon in their key. */
	record Clause(String name, Map<String, String> parameters) {
	}

	Headers {
		values = Map.copyOf(values);
	}

	static Headers read(Path manifest) {
		try (InputStream in = Files.newInputStream(manifest)) {
			Map<String, String> values = new LinkedHashMap<>();
			new Manifest(in).getMainAttributes().forEach((key, value) -> values.put(key.toString(), value.toString()));
			return new Headers(values);
		} catch (IOException e) {
			throw new UncheckedIOException(manifest.toString(), e);
		}
	}

	String value(String header) {
		return values.getOrDefault(header, "");
	}

	String symbolicName() {
		return value("Bundle-SymbolicName").replaceFirst(";.*", "").strip();
	}

	List<Clause> clauses(String header) {
		List<Clause> clauses = new ArrayList<>();
		for (String clause : split(value(header), ',')) {
			List<String> parts = split(clause, ';');
			Map<String, String> parameters = new LinkedHashMap<>();
			List<String> names = new ArrayList<>();
			for (String part : parts) {
				int equals = part.indexOf('=');
				if (equals < 0) {
					names.add(part);
				} else {
					boolean directive = part.charAt(equals - 1) == ':';
					String key = part.substring(0, directive ? equals - 1 : equals).strip() + (directive ? ":" : "");
					parameters.put(key, part.substring(equals + 1).strip().replaceAll("^\"|\"$", ""));
				}
			}
			names.forEach(name -> clauses.add(new Clause(name, parameters)));
		}
		return clauses;
	}

	/** Splits at the separator outside of quotes; blank parts are left out. */
	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		StringBuilder part = new StringBuilder();
		boolean quoted = false;
		for (char c : (text + separator).toCharArray()) {
			if (c == separator && !quoted) {
				if (!part.toString().isBlank()) {
					parts.add(part.toString().strip());
				}
				part.setLength(0);
			} else {
				quoted ^= c == '"';
				part.append(c);
			}
		}
		return parts;
	}
}
