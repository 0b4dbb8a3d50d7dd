package org.scholion.library.internal.endnote;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.library.LibraryException;
import org.scholion.library.ReadReferences;
import org.scholion.library.internal.ReferenceReader;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Problems;
import org.scholion.library.internal.format.XmlRecords;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads the XML that EndNote exports. */
public final class EndNoteReferences implements ReferenceReader {

    private static final Pattern BEGIN = Pattern.compile("<records>|<records\\s|<record>\\s*<(?:database|source-app|rec-number|ref-type)\\b");

    @Override
    public boolean reads(Path source) {
        return XmlRecords.isXmlWith(BEGIN, source);
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        KeyedReferences references = new KeyedReferences();
        Problems problems = new Problems(source);
        XmlRecords.read(source, Set.of("record"), problems, cancel, record -> new EndNoteRecord(record, source).addTo(references));
        return new ReadReferences(references.list(), problems.list());
    }
}
