package io.mokuroku.sync.release;

import java.io.IOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.mokuroku.catalogue.Provider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our copies of the lists of dead entries, beside those of their releases. They only
 * spare us questions, so a release is good without.
 */
final class DeadEntryLists {

	private static final Logger logger = LoggerFactory.getLogger(DeadEntryLists.class);

	private final ReleaseOrigin origin;

	private final ReleaseBucket bucket;

	DeadEntryLists(ReleaseOrigin origin, ReleaseBucket bucket) {
		this.origin = origin;
		this.bucket = bucket;
	}

	/**
	 * Keeps the lists of a release that can be fetched.
	 * @param addresses where the list of each provider may be, by preference
	 * @throws ReleaseUnavailable if there is no room for them on this machine
	 */
	void keep(Release release, Map<Provider, List<URI>> addresses) throws ReleaseUnavailable {
		for (Map.Entry<Provider, List<URI>> list : addresses.entrySet()) {
			try (TemporaryFile file = TemporaryFile.create()) {
				if (fetch(release, list.getKey(), list.getValue(), file)) {
					this.bucket.putDeadEntries(release, list.getKey(), file.path());
				}
			}
		}
	}

	/** Fetches the first of several files that is a list. */
	private boolean fetch(Release release, Provider provider, List<URI> addresses, TemporaryFile target) {
		for (URI address : addresses) {
			try {
				this.origin.fetch(address, target.path());
				DeadEntries.read(target.path());
				return true;
			}
			catch (ReleaseUnavailable | IOException ex) {
				logger.debug("no dead entries release={} provider={} reason={}", release.name(), provider,
						ex.getMessage());
			}
		}
		logger.info("no dead entries release={} provider={} tried={}", release.name(), provider, addresses.size());
		return false;
	}

	/**
	 * What the lists say that were kept; no page is gone if there are none.
	 * @throws ReleaseUnavailable if a copy cannot be read
	 */
	DeadLinks of(Release release) throws ReleaseUnavailable {
		Map<Provider, long[]> gone = new EnumMap<>(Provider.class);
		try (TemporaryFile file = TemporaryFile.create()) {
			for (Provider provider : DeadEntries.fileNames().keySet()) {
				if (this.bucket.getDeadEntries(release, provider, file.path())) {
					gone.put(provider, DeadEntries.read(file.path()));
				}
			}
			return new DeadLinks(gone);
		}
		catch (IOException ex) {
			throw new ReleaseUnavailable("Our copy of a list of dead entries is damaged: " + ex.getMessage(), ex);
		}
	}

}
