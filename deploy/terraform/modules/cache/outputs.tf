output "environment" {
  description = "Where services find it, as environment variables of Spring."
  value = merge(
    { SPRING_DATA_REDIS_SSL_ENABLED = "true" },
    local.clustered ? {
      SPRING_DATA_REDIS_CLUSTER_NODES = "${aws_elasticache_replication_group.this.configuration_endpoint_address}:6379"
      } : {
      SPRING_DATA_REDIS_HOST = aws_elasticache_replication_group.this.primary_endpoint_address
      SPRING_DATA_REDIS_PORT = "6379"
    },
  )
}
