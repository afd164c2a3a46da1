package io.mokuroku.search.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.Objects;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * The quantised all-MiniLM-L6-v2 in this process: English, 384 dimensions, mean of the
 * token vectors. It computes in the calling thread alone, one text at a time: batches are
 * no faster on a processor, and their padding changes the vectors of a quantised model.
 */
final class MiniLmTextEmbedder implements TextEmbedder {

	private static final String MODEL = "/all-minilm-l6-v2-q.onnx";

	private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

	/** As many tokens as the model was trained to read. */
	private static final String MOST_TOKENS = "256";

	private final OrtEnvironment environment;

	private final OrtSession session;

	private final HuggingFaceTokenizer tokenizer;

	/** Loads the model, which takes seconds. */
	MiniLmTextEmbedder() {
		this.environment = OrtEnvironment.getEnvironment();
		try (InputStream model = resource(MODEL);
				InputStream vocabulary = resource(TOKENIZER);
				OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			options.setIntraOpNumThreads(1);
			options.setInterOpNumThreads(1);
			this.session = this.environment.createSession(model.readAllBytes(), options);
			this.tokenizer = HuggingFaceTokenizer.newInstance(vocabulary,
					Map.of("truncation", "true", "maxLength", MOST_TOKENS, "modelMaxLength", MOST_TOKENS));
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model cannot be loaded", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The embedding model cannot be read", ex);
		}
	}

	@Override
	public float[] embed(String text) {
		Encoding tokens = this.tokenizer.encode(text);
		try (OnnxTensor ids = row(tokens.getIds());
				OnnxTensor mask = row(tokens.getAttentionMask());
				OnnxTensor types = row(tokens.getTypeIds());
				OrtSession.Result result = this.session
					.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
			OnnxTensor output = (OnnxTensor) result.get(0);
			return direction(output.getFloatBuffer(), (int) output.getInfo().getShape()[2]);
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model failed", ex);
		}
	}

	@Override
	public void close() {
		this.tokenizer.close();
		try {
			this.session.close();
		}
		catch (OrtException ex) {
			throw new IllegalStateException("The embedding model cannot be closed", ex);
		}
	}

	/** The mean of the token vectors has the direction of their sum. */
	private static float[] direction(FloatBuffer tokenVectors, int dimensions) {
		float[] sum = new float[dimensions];
		for (int i = 0; tokenVectors.hasRemaining(); i = (i + 1) % dimensions) {
			sum[i] += tokenVectors.get();
		}
		double squares = 0;
		for (float value : sum) {
			squares += value * value;
		}
		float length = (float) Math.sqrt(squares);
		for (int i = 0; i < dimensions; i++) {
			sum[i] /= length;
		}
		return sum;
	}

	private OnnxTensor row(long[] values) throws OrtException {
		return OnnxTensor.createTensor(this.environment, LongBuffer.wrap(values), new long[] { 1, values.length });
	}

	private static InputStream resource(String name) {
		return Objects.requireNonNull(AllMiniLmL6V2QuantizedEmbeddingModel.class.getResourceAsStream(name), name);
	}

}
