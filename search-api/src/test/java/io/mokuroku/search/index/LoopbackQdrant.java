package io.mokuroku.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import com.google.protobuf.Message;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.ChangeAliases;
import io.qdrant.client.grpc.Collections.CollectionExists;
import io.qdrant.client.grpc.Collections.CollectionExistsRequest;
import io.qdrant.client.grpc.Collections.CollectionExistsResponse;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.DeleteCollection;
import io.qdrant.client.grpc.Collections.ListAliasesRequest;
import io.qdrant.client.grpc.Collections.ListAliasesResponse;
import io.qdrant.client.grpc.CollectionsGrpc.CollectionsImplBase;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.CreateFieldIndexCollection;
import io.qdrant.client.grpc.Points.FacetCounts;
import io.qdrant.client.grpc.Points.FacetResponse;
import io.qdrant.client.grpc.Points.GetPoints;
import io.qdrant.client.grpc.Points.GetResponse;
import io.qdrant.client.grpc.Points.PointsOperationResponse;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.UpdateBatchResponse;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.PointsGrpc.PointsImplBase;

/**
 * A server on loopback that speaks Qdrant's gRPC, keeps a few points in memory, and
 * records what it was asked. It refuses what a strict Qdrant refuses: names it does not
 * know and conditions on fields that have no index. It is no proof of how Qdrant itself
 * behaves.
 */
public final class LoopbackQdrant implements AutoCloseable {

	private final Server server;

	private final List<Message> requests = new CopyOnWriteArrayList<>();

	private final Map<String, LoopbackPoints> collections = new LinkedHashMap<>();

	private final Map<String, String> aliases = new HashMap<>();

	private volatile Set<Class<?>> refused = Set.of();

	/** A server without collections, on a free port. */
	public LoopbackQdrant() {
		try {
			this.server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
				.addService(new CollectionCalls())
				.addService(new PointCalls())
				.build()
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it listens, on 127.0.0.1. */
	public int port() {
		return this.server.getPort();
	}

	/** The requests of one kind, in their order. */
	<T extends Message> List<T> requests(Class<T> kind) {
		return this.requests.stream().filter(kind::isInstance).map(kind::cast).toList();
	}

	void forgetRequests() {
		this.requests.clear();
	}

	/** Answers requests of some kinds with a failure from now on. */
	void refuse(Class<?>... kinds) {
		this.refused = Set.of(kinds);
	}

	synchronized Map<String, String> aliases() {
		return Map.copyOf(this.aliases);
	}

	synchronized Set<String> collections() {
		return Set.copyOf(this.collections.keySet());
	}

	synchronized LoopbackPoints points(String name) {
		LoopbackPoints points = this.collections.get(this.aliases.getOrDefault(name, name));
		if (points == null) {
			throw Status.NOT_FOUND.withDescription("No collection " + name).asRuntimeException();
		}
		return points;
	}

	@Override
	public void close() {
		this.server.shutdownNow();
	}

	private synchronized <T> void answer(Message request, StreamObserver<T> observer, Supplier<T> answer) {
		this.requests.add(request);
		try {
			if (this.refused.contains(request.getClass())) {
				throw Status.UNAVAILABLE.asRuntimeException();
			}
			observer.onNext(answer.get());
			observer.onCompleted();
		}
		catch (IllegalArgumentException ex) {
			observer.onError(Status.INVALID_ARGUMENT.withDescription(ex.getMessage()).asRuntimeException());
		}
		catch (RuntimeException ex) {
			observer.onError(ex);
		}
	}

	private final class CollectionCalls extends CollectionsImplBase {

		@Override
		public void create(CreateCollection request, StreamObserver<CollectionOperationResponse> observer) {
			answer(request, observer, () -> {
				if (LoopbackQdrant.this.collections.putIfAbsent(request.getCollectionName(),
						new LoopbackPoints(request)) != null) {
					throw Status.ALREADY_EXISTS.asRuntimeException();
				}
				return CollectionOperationResponse.newBuilder().setResult(true).build();
			});
		}

		@Override
		public void delete(DeleteCollection request, StreamObserver<CollectionOperationResponse> observer) {
			answer(request, observer, () -> {
				LoopbackQdrant.this.collections.remove(request.getCollectionName());
				LoopbackQdrant.this.aliases.values().removeIf(request.getCollectionName()::equals);
				return CollectionOperationResponse.newBuilder().setResult(true).build();
			});
		}

		@Override
		public void collectionExists(CollectionExistsRequest request,
				StreamObserver<CollectionExistsResponse> observer) {
			answer(request, observer,
					() -> CollectionExistsResponse.newBuilder()
						.setResult(CollectionExists.newBuilder()
							.setExists(LoopbackQdrant.this.collections.containsKey(request.getCollectionName())))
						.build());
		}

		@Override
		public void listAliases(ListAliasesRequest request, StreamObserver<ListAliasesResponse> observer) {
			answer(request, observer, () -> {
				ListAliasesResponse.Builder all = ListAliasesResponse.newBuilder();
				LoopbackQdrant.this.aliases.forEach((alias, collection) -> all
					.addAliases(AliasDescription.newBuilder().setAliasName(alias).setCollectionName(collection)));
				return all.build();
			});
		}

		@Override
		public void updateAliases(ChangeAliases request, StreamObserver<CollectionOperationResponse> observer) {
			answer(request, observer, () -> {
				request.getActionsList().forEach((action) -> {
					if (action.hasDeleteAlias()) {
						LoopbackQdrant.this.aliases.remove(action.getDeleteAlias().getAliasName());
					}
					else {
						points(action.getCreateAlias().getCollectionName());
						LoopbackQdrant.this.aliases.put(action.getCreateAlias().getAliasName(),
								action.getCreateAlias().getCollectionName());
					}
				});
				return CollectionOperationResponse.newBuilder().setResult(true).build();
			});
		}

	}

	private final class PointCalls extends PointsImplBase {

		@Override
		public void createFieldIndex(CreateFieldIndexCollection request,
				StreamObserver<PointsOperationResponse> observer) {
			answer(request, observer, () -> {
				points(request.getCollectionName()).index(request.getFieldName());
				return PointsOperationResponse.getDefaultInstance();
			});
		}

		@Override
		public void updateBatch(UpdateBatchPoints request, StreamObserver<UpdateBatchResponse> observer) {
			answer(request, observer, () -> {
				LoopbackPoints points = points(request.getCollectionName());
				request.getOperationsList().forEach(points::update);
				return UpdateBatchResponse.newBuilder().addResult(UpdateResult.getDefaultInstance()).build();
			});
		}

		@Override
		public void get(GetPoints request, StreamObserver<GetResponse> observer) {
			answer(request, observer,
					() -> GetResponse.newBuilder()
						.addAllResult(points(request.getCollectionName()).get(request.getIdsList()))
						.build());
		}

		@Override
		public void query(QueryPoints request, StreamObserver<QueryResponse> observer) {
			answer(request, observer,
					() -> QueryResponse.newBuilder()
						.addAllResult(points(request.getCollectionName()).query(request))
						.build());
		}

		@Override
		public void count(CountPoints request, StreamObserver<CountResponse> observer) {
			answer(request, observer,
					() -> CountResponse.newBuilder()
						.setResult(CountResult.newBuilder()
							.setCount(points(request.getCollectionName()).passing(request.getFilter()).size()))
						.build());
		}

		@Override
		public void facet(FacetCounts request, StreamObserver<FacetResponse> observer) {
			answer(request, observer,
					() -> FacetResponse.newBuilder()
						.addAllHits(points(request.getCollectionName()).facet(request.getKey(), request.getFilter(),
								request.getLimit()))
						.build());
		}

	}

}
