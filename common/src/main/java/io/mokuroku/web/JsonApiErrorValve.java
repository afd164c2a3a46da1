package io.mokuroku.web;

import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

import org.springframework.http.HttpHeaders;

/**
 * Answers what Tomcat refuses before the application sees it, such as a request line that
 * is not HTTP.
 */
final class JsonApiErrorValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, Throwable failure) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		if (!isWritable(response)) {
			return;
		}
		ErrorAnswer answer = (status == 400) ? ErrorAnswer.of(ErrorCode.MALFORMED_REQUEST, null)
				: ErrorAnswer.ofStatus(status, HttpHeaders.EMPTY);
		try {
			byte[] body = new ErrorDocument(ErrorWriter.errors(UUID.randomUUID().toString(), answer, null)).toJson();
			response.setContentType(ErrorDocument.MEDIA_TYPE);
			response.setContentLength(body.length);
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.getOutputStream().write(body);
			response.finishResponse();
		}
		catch (IOException | IllegalStateException ex) {
			getContainer().getLogger().debug("error document not sent", ex);
		}
	}

	private static boolean isWritable(Response response) {
		AtomicBoolean allowed = new AtomicBoolean();
		response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
		return allowed.get();
	}

}
