package org.scholion.library.internal.online;

import java.util.Optional;
import org.scholion.library.LibraryException;
import org.scholion.library.Reference;
import org.scholion.library.online.OnlineLibrary;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.WorkId;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** The resolver of DOIs, which leads to the agency that has the data. */
final class DoiSource extends Asked implements OnlineLibrary.Lookup {

    DoiSource(OnlineSettings settings, Web web) {
        super(OnlineSource.DOI, settings, web);
    }

    @Override
    public boolean knows(WorkId.Kind kind) {
        return kind == WorkId.Kind.DOI || kind == WorkId.Kind.ARXIV;
    }

    @Override
    public Optional<Reference> find(WorkId id, CancelToken cancel) throws LibraryException, CancelledException {
        String doi = id.kind() == WorkId.Kind.ARXIV ? "10.48550/arxiv." + id.value() : id.value();
        return ask(call("/").part(doi).accept("application/vnd.citationstyles.csl+json").moves(), CrossrefAnswers::csl, cancel);
    }
}
