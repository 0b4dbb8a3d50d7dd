package org.scholion.library.internal.zotero;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Problems;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads the data folder of Zotero, whether Zotero runs or not. */
public final class ZoteroReferences implements ReferenceReader {

    private static final String DATABASE = "zotero.sqlite";

    private final Path home;

    public ZoteroReferences() {
        this(Path.of(System.getProperty("user.home", ".")));
    }

    /** @param home the folder below which the settings of Zotero are looked for */
    ZoteroReferences(Path home) {
        this.home = home;
    }

    @Override
    public boolean reads(Path source) {
        return Files.isRegularFile(source) ? source.endsWith(DATABASE) : Files.isRegularFile(source.resolve(DATABASE));
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        Path file = Files.isDirectory(source) ? source.resolve(DATABASE) : source;
        Path folder = file.resolveSibling("");
        Problems problems = new Problems(file);
        Map<Long, ZoteroItem> items = Snapshot.read(file, cancel, database -> ZoteroTables.read(database, file));
        for (String name : CitationKeys.FILES) {
            Path keys = file.resolveSibling(name);
            if (Files.isRegularFile(keys)) {
                try {
                    Snapshot.read(keys, cancel, database -> {
                        CitationKeys.read(database, items);
                        return true;
                    });
                } catch (LibraryException broken) {
                    problems.add(keys, 0, NLS.bind(Messages.zotero_keys, broken.getMessage()));
                }
            }
        }
        LinkedFiles linked = new LinkedFiles(home);
        ZoteroWork works = new ZoteroWork(folder, linked.base(folder));
        KeyedReferences references = new KeyedReferences();
        for (ZoteroItem item : items.values()) {
            cancel.check();
            works.add(item, references);
        }
        return new ReadReferences(references.list(), problems.list());
    }
}
