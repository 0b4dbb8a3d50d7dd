package org.scholion.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scholion.inference.ModelException;
import org.scholion.inference.Secrets;
import org.scholion.jobs.SettingsKeys;
import org.scholion.library.LibraryException;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

class PreferenceOnlineAccessTest {

    /** Keys in memory; {@code failure} is thrown where there is one. */
    private static final class FakeSecrets implements Secrets {
        final Map<String, String> kept = new HashMap<>();
        Optional<ModelException> failure = Optional.empty();

        @Override
        public Optional<String> find(String name) throws ModelException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void keep(String name, String secret) {
            kept.put(name, secret);
        }

        @Override
        public void forget(String name) {
            kept.remove(name);
        }
    }

    private final IEclipsePreferences node = InstanceScope.INSTANCE.getNode(SettingsKeys.ONLINE_NODE);
    private final FakeSecrets secrets = new FakeSecrets();
    private PreferenceOnlineAccess access = new PreferenceOnlineAccess(secrets);

    @BeforeEach
    @AfterEach
    void forget() throws Exception {
        node.clear();
        access.deactivate();
        access = new PreferenceOnlineAccess(secrets);
    }

    @Test
    void nothingIsOnAtFirst() {
        assertEquals(Set.of(), access.settings().on());
        assertEquals("", access.settings().contact());
        assertEquals(Optional.of(OnlineSettings.standardCache()), access.settings().cache());
    }

    @Test
    void whatIsStoredIsThereForTheNext() {
        URI mirror = URI.create("https://mirror.lab.example/crossref");
        access.store(OnlineSettings.OFF
                .with(OnlineSource.CROSSREF, true)
                .with(OnlineSource.SEMANTIC_SCHOLAR, true)
                .withContact("ada@shore.example")
                .withAddress(OnlineSource.CROSSREF, mirror));

        OnlineSettings again = new PreferenceOnlineAccess(secrets).settings();

        assertEquals(Set.of(OnlineSource.CROSSREF, OnlineSource.SEMANTIC_SCHOLAR), again.on());
        assertEquals("ada@shore.example", again.contact());
        assertEquals(Map.of(OnlineSource.CROSSREF, mirror), again.addresses());
    }

    @Test
    void aValueThatMakesNoSenseCountsAsNotSet() {
        node.put(SettingsKeys.ONLINE_SOURCES, "crossref, nonsense,,arxiv");
        node.put(SettingsKeys.ONLINE_CONTACT, "not a mail address");
        node.put(SettingsKeys.ONLINE_ADDRESSES, "crossref=http://in.the.clear nonsense=x arxiv=: =");

        OnlineSettings settings = access.settings();

        assertEquals(Set.of(OnlineSource.CROSSREF, OnlineSource.ARXIV), settings.on());
        assertEquals("", settings.contact());
        assertEquals(Map.of(), settings.addresses());
    }

    @Test
    void keysAreKeptWithTheSecretsAndGivenForWhatIsOnAlone() throws LibraryException {
        access.keepKey(OnlineSource.OPENALEX, "abc");
        access.keepKey(OnlineSource.PUBMED, "def");
        access.store(OnlineSettings.OFF.with(OnlineSource.OPENALEX, true).with(OnlineSource.CROSSREF, true));

        assertEquals(Map.of(OnlineSource.OPENALEX, "abc"), access.withKeys().keys());
        assertTrue(access.hasKey(OnlineSource.PUBMED));
        assertEquals(Map.of(), access.settings().keys());
        access.keepKey(OnlineSource.PUBMED, "");
        assertFalse(access.hasKey(OnlineSource.PUBMED));
        assertEquals(Map.of("openalex", "abc"), secrets.kept);
    }

    @Test
    void aKeyThatCannotBeReadIsTold() {
        access.store(OnlineSettings.OFF.with(OnlineSource.OPENALEX, true));
        secrets.failure = Optional.of(new ModelException("the storage is locked"));

        LibraryException told = assertThrows(LibraryException.class, access::withKeys);

        assertEquals("the storage is locked", told.getMessage());
    }

    @Test
    void listenersHearOfChanges() {
        AtomicInteger heard = new AtomicInteger();
        Runnable listener = heard::incrementAndGet;
        access.addListener(listener);
        access.store(OnlineSettings.OFF.with(OnlineSource.ARXIV, true));
        assertEquals(1, heard.get());
        access.store(OnlineSettings.OFF.with(OnlineSource.ARXIV, true));
        assertEquals(1, heard.get());
        access.removeListener(listener);
        access.store(OnlineSettings.OFF);
        assertEquals(1, heard.get());
    }
}
