package org.scholion.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.scholion.architecture.DesignTable.Row;
import org.scholion.architecture.Headers.Clause;

/** What a manifest must hold to; each violation is a sentence that says what to do. */
final class ManifestRules {

	private static final Set<String> MAY_USE_ECLIPSE = Set.of("jobs", "ui", "ui.latex", "ui.word", "app", "cli");

	private final DesignTable table;

	ManifestRules(DesignTable table) {
		this.table = table;
	}

	List<String> violations(Path bundle) {
		Headers headers = Headers.read(bundle.resolve("META-INF/MANIFEST.MF"));
		List<String> found = new ArrayList<>();
		String name = headers.symbolicName();
		if (!name.equals(bundle.getFileName().toString())) {
			found.add("the folder is not named like the bundle " + name);
		}
		identity(name, headers, found);
		exports(name, headers, found);
		Row row = table.bundles().get(name);
		if (row == null) {
			found.add("there is no row in releng/docs/architecture.md");
		} else {
			imports(row, headers, found);
		}
		return found;
	}

	private static void identity(String name, Headers headers, List<String> found) {
		if (!headers.value("Bundle-RequiredExecutionEnvironment").equals("JavaSE-21")) {
			found.add("Bundle-RequiredExecutionEnvironment is not JavaSE-21");
		}
		if (!headers.value("Automatic-Module-Name").equals(name)) {
			found.add("Automatic-Module-Name is not " + name);
		}
		if (!headers.value("Bundle-Version").endsWith(".qualifier")) {
			found.add("Bundle-Version does not end in .qualifier");
		}
		if (headers.values().containsKey("Bundle-Activator")) {
			found.add("there is a Bundle-Activator; use a component");
		}
	}

	private static void exports(String name, Headers headers, List<String> found) {
		for (Clause export : headers.clauses("Export-Package")) {
			String exported = export.name();
			if (!exported.equals(name) && !exported.startsWith(name + ".")) {
				found.add("the exported package " + exported + " does not start with the name of the bundle");
			}
			boolean internal = (exported + ".").contains(".internal.");
			if (internal && !export.parameters().containsKey("x-friends:")) {
				found.add("the internal package " + exported + " is exported to everybody");
			}
			if (!internal && !export.parameters().containsKey("version")) {
				found.add("the exported package " + exported + " has no version");
			}
		}
	}

	private void imports(Row row, Headers headers, List<String> found) {
		for (Clause required : headers.clauses("Require-Bundle")) {
			if ("reexport".equals(required.parameters().get("visibility:"))) {
				found.add("Require-Bundle reexports " + required.name());
			}
			if (!required.name().startsWith("org.eclipse.") && !isLibraryBundle(required.name())) {
				found.add("Require-Bundle names " + required.name() + "; import its packages");
			}
			checkAllowed(row, required.name(), found);
		}
		for (Clause imported : headers.clauses("Import-Package")) {
			boolean free = imported.name().startsWith("java.") || imported.name().startsWith("javax.");
			boolean range = imported.parameters().containsKey("version");
			boolean ours = imported.name().startsWith(DesignTable.PREFIX);
			boolean platform = table.libraries().get("always").stream().anyMatch(p -> DesignTable.matches(p, imported.name()))
					&& !imported.name().startsWith("org.slf4j") || imported.name().startsWith("org.eclipse.");
			if (!free && !range && !ours && !platform) {
				found.add("the import of " + imported.name() + " has no version range");
			}
			checkAllowed(row, imported.name(), found);
		}
	}

	private boolean isLibraryBundle(String name) {
		return table.libraries().entrySet().stream().filter(library -> !library.getKey().equals("always"))
				.anyMatch(library -> library.getValue().contains(name + ".*"));
	}

	private void checkAllowed(Row row, String imported, List<String> found) {
		Optional<Row> ours = ownerOf(imported);
		if (ours.isPresent()) {
			Row owner = ours.get();
			if (owner.equals(row)) {
				return;
			}
			if (owner.serviceOnly()) {
				found.add(imported + " belongs to " + owner.bundle() + ", which is found as a service and imported by nobody");
			} else if (!row.allowed().contains(owner.bundle().substring(DesignTable.PREFIX.length()))) {
				found.add("the table does not allow " + imported);
			}
			return;
		}
		if (table.libraries().get("always").stream().anyMatch(pattern -> DesignTable.matches(pattern, imported))) {
			return;
		}
		if (imported.startsWith("org.eclipse.") && !MAY_USE_ECLIPSE.contains(row.bundle().substring(DesignTable.PREFIX.length()))) {
			found.add(imported + " is the Platform's, which is for jobs, ui, app and cli alone");
		} else if (table.allowedPatterns(row).stream().noneMatch(pattern -> DesignTable.matches(pattern, imported))) {
			found.add("the table does not allow " + imported);
		}
	}

	/** The bundle of ours that a package or bundle name belongs to: the one with the longest name that it starts with. */
	private Optional<Row> ownerOf(String name) {
		return table.bundles().values().stream().filter(row -> DesignTable.matches(row.bundle() + ".*", name))
				.max(Comparator.comparingInt(row -> row.bundle().length()));
	}
}
