"""Loss and gradients of the peer's planar model at given parameters and noise: read as JSON from stdin, printed as one JSON line."""
import json
import sys

sys.path.insert(0, sys.argv[1])
import toy2d  # noqa: E402  (the folder comes from the command line)
import torch  # noqa: E402

case = json.load(sys.stdin)
eps = torch.tensor(case["eps"])[None]
target = toy2d.Target(case["energy"])
model = toy2d.Planar(case["length"], 1, eps.shape[-1], target, torch.device("cpu"))
for name, values in case["parameters"].items():
    model.p[name].copy_(torch.tensor(values).view(model.p[name].shape))
model.manual(eps, torch.tensor(case["beta"]))
loss = float(model.loss(eps, 1.0))
print(json.dumps({"loss": loss, "gradients": {n: g.flatten().tolist() for n, g in model.g.items()}}))
