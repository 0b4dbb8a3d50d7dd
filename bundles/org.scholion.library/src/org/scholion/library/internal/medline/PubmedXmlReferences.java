package org.scholion.library.internal.medline;

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

/** Reads the XML of PubMed. */
public final class PubmedXmlReferences implements ReferenceReader {

    private static final Pattern BEGIN = Pattern.compile("<Pubmed(?:Article|Book)|<MedlineCitation");

    @Override
    public boolean reads(Path source) {
        return XmlRecords.isXmlWith(BEGIN, source);
    }

    @Override
    public ReadReferences read(Path source, CancelToken cancel) throws LibraryException, CancelledException {
        KeyedReferences references = new KeyedReferences();
        Problems problems = new Problems(source);
        XmlRecords.read(source, Set.of("PubmedArticle", "PubmedBookArticle"), problems, cancel, record -> new PubmedArticle(record).addTo(references));
        return new ReadReferences(references.list(), problems.list());
    }
}
