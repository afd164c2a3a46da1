package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.enrichment.workflow.TaskTokens;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the pictures of an entry, each address and each content once. A picture that
 * cannot be copied is left out.
 */
final class CopyImages implements MessageHandler<ImagesRequested> {

	private static final Logger logger = LoggerFactory.getLogger(CopyImages.class);

	private final ImageDownload download;

	private final ImageBucket bucket;

	private final CopiedImages copied;

	private final TaskTokens tokens;

	private final InstantSource clock;

	CopyImages(ImageDownload download, ImageBucket bucket, CopiedImages copied, TaskTokens tokens,
			InstantSource clock) {
		this.download = download;
		this.bucket = bucket;
		this.copied = copied;
		this.tokens = tokens;
		this.clock = clock;
	}

	@Override
	public void handle(ImagesRequested request) {
		String token = request.taskToken();
		if (token != null && !this.tokens.heartbeat(token)) {
			return;
		}
		List<Copy> copies = new ArrayList<>();
		for (URI address : request.images()) {
			copy(request, address).ifPresent((key) -> copies.add(new Copy(address, key)));
		}
		if (token != null) {
			this.tokens.succeed(token, WorkflowJson.MAPPER.writeValueAsString(new Answer(copies)));
		}
	}

	private Optional<String> copy(ImagesRequested request, URI address) {
		Optional<String> known = this.copied.findKey(address);
		if (known.isPresent()) {
			return known;
		}
		try {
			byte[] content = this.download.fetch(address);
			ImageFormat format = ImageFormat.of(content)
				.orElseThrow(() -> new ImageRefused("not a picture we keep", null));
			String key = "images/" + Sha256.hex(content) + "." + format.extension();
			this.bucket.putIfAbsent(key, content, format.mediaType());
			this.copied.put(address, key, this.clock.instant());
			return Optional.of(key);
		}
		catch (ImageRefused ex) {
			logger.info("image skipped anime={} host={} reason={}", request.animeId(), address.getHost(),
					ex.getMessage());
			return Optional.empty();
		}
	}

	/**
	 * What the state machine learns.
	 *
	 * @param images the copies
	 */
	private record Answer(List<Copy> images) {
	}

	/**
	 * A copy.
	 *
	 * @param url where the picture was
	 * @param key where our copy is
	 */
	private record Copy(URI url, String key) {
	}

}
