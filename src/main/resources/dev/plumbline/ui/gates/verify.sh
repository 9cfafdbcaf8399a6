kubectl get apiservices v1beta2.custom.metrics.k8s.io v1beta1.external.metrics.k8s.io
kubectl get --raw "/apis/custom.metrics.k8s.io/v1beta2/namespaces/default/pods/*/http_errors_per_second"
kubectl get --raw "/apis/external.metrics.k8s.io/v1beta1/namespaces/default/queue_messages_ready"
kubectl auth can-i get pods.custom.metrics.k8s.io -n default \
  --as system:serviceaccount:dbupgrade-system:dbupgrade-operator
