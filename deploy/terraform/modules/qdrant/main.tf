# One node with a volume of its own. A volume lives as long as its task: what a new task lacks is built anew from
# DynamoDB (POST /v1/index/rebuilds), for the index is derived. Who cannot wait for that takes Qdrant Cloud. A network
# file system is no way out: Qdrant asks for a block device.

module "node" {
  source = "../service"

  name           = "qdrant"
  cluster        = var.service.cluster
  image          = var.image
  repository_arn = null
  cpu            = var.sizes.cpu
  memory         = var.sizes.memory
  port           = 6333
  more_ports     = { grpc = 6334 }
  health_command = null
  scratch        = false
  read_only      = false
  # a new volume belongs to root
  user   = "0:0"
  least  = 1
  most   = 1
  volume = { gib = var.sizes.gib, path = "/qdrant/storage", role_arn = aws_iam_role.volumes.arn }

  environment = {
    QDRANT__TELEMETRY_DISABLED = "true"
    QDRANT__LOG_LEVEL          = "WARN"
  }
  secrets = { QDRANT__SERVICE__API_KEY = var.api_key_arn }

  task_role_arn      = aws_iam_role.task.arn
  subnet_ids         = var.service.subnet_ids
  security_group_ids = var.service.security_group_ids
  key_arn            = var.service.key_arn
  region             = var.service.region
  account            = var.service.account
  log_days           = var.service.log_days
  architecture       = var.service.architecture
  alarm_topic_arn    = var.service.alarm_topic_arn
}

# it calls nothing of AWS
resource "aws_iam_role" "task" {
  name               = "mokuroku-qdrant"
  description        = "What Qdrant may do: nothing"
  assume_role_policy = data.aws_iam_policy_document.task_trust.json
}

data "aws_iam_policy_document" "task_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "volumes" {
  name               = "mokuroku-qdrant-volumes"
  description        = "Makes and removes the volume of each task"
  assume_role_policy = data.aws_iam_policy_document.volumes_trust.json
}

data "aws_iam_policy_document" "volumes_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy_attachment" "volumes" {
  role       = aws_iam_role.volumes.name
  policy_arn = "arn:${var.partition}:iam::aws:policy/service-role/AmazonECSInfrastructureRolePolicyForVolumes"
}
