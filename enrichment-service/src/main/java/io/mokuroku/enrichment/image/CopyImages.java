package io.mokuroku.enrichment.image;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.mokuroku.enrichment.workflow.PayloadSchemas;
import io.mokuroku.enrichment.workflow.TaskTokens;
import io.mokuroku.enrichment.workflow.WorkflowJson;
import io.mokuroku.message.ImagesRequested;
import io.mokuroku.message.MessageHandler;
import io.mokuroku.message.PermanentFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Copies the pictures of an entry, each address and each content once. A picture that
 * cannot be copied is left out.
 */
final class CopyImages implements MessageHandler<ImagesRequested> {

	private static final String TASK = "images";

	private static final Logger logger = LoggerFactory.getLogger(CopyImages.class);

	private final ImageDownload download;

	private final ImageBucket bucket;

	private final CopiedImages copied;

	private final TaskTokens tokens;

	private final PayloadSchemas schemas;

	private final InstantSource clock;

	CopyImages(ImageDownload download, ImageBucket bucket, CopiedImages copied, TaskTokens tokens,
			PayloadSchemas schemas, InstantSource clock) {
		this.download = download;
		this.bucket = bucket;
		this.copied = copied;
		this.tokens = tokens;
		this.schemas = schemas;
		this.clock = clock;
	}

	@Override
	public void handle(ImagesRequested request) {
		String token = request.taskToken();
		if (token == null) {
			copies(request);
		}
		else if (this.tokens.heartbeat(token)) {
			answer(request, token);
		}
	}

	private void answer(ImagesRequested request, String token) {
		try {
			this.schemas.checkInput(TASK, WorkflowJson.MAPPER.valueToTree(request));
			JsonNode answer = WorkflowJson.MAPPER.valueToTree(new Answer(copies(request)));
			this.schemas.checkOutput(TASK, answer);
			this.tokens.succeed(token, WorkflowJson.MAPPER.writeValueAsString(answer));
		}
		catch (PermanentFailure ex) {
			logger.warn("images failed anime={} error={}", request.animeId(), ex.code(), ex);
			this.tokens.fail(token, ex.code(), String.valueOf(ex.getMessage()));
		}
	}

	private List<Copy> copies(ImagesRequested request) {
		List<Copy> copies = new ArrayList<>();
		for (URI address : request.images()) {
			copy(request, address).ifPresent((key) -> copies.add(new Copy(address, key)));
		}
		return copies;
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
