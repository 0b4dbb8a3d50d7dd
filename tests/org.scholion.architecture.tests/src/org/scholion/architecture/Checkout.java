package org.scholion.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkout that the tests look at. */
final class Checkout {

	private Checkout() {
	}

	/** The root: system property {@code scholion.root}, else the nearest folder above that holds {@code bundles}. */
	static Path root() {
		String given = System.getProperty("scholion.root");
		Path folder = given == null ? Path.of("").toAbsolutePath() : Path.of(given);
		while (!Files.isDirectory(folder.resolve("bundles"))) {
			folder = folder.getParent();
			if (folder == null) {
				throw new IllegalStateException("There is no bundles folder above " + Path.of("").toAbsolutePath());
			}
		}
		return folder;
	}

	/** The bundles of the product: folders of {@code bundles/} that have a manifest. */
	static List<Path> bundles() {
		return folders(root().resolve("bundles"), "META-INF/MANIFEST.MF");
	}

	static List<Path> tests() {
		return folders(root().resolve("tests"), "pom.xml");
	}

	private static List<Path> folders(Path parent, String marker) {
		try (Stream<Path> folders = Files.list(parent)) {
			return folders.filter(folder -> Files.exists(folder.resolve(marker))).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(parent.toString(), e);
		}
	}
}
