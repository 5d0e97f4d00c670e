"""Loss and gradients of the peer's NICE model at given parameters, permutations and noise: read as JSON from stdin, printed as one JSON line."""
import json
import sys

sys.path.insert(0, sys.argv[1])
import toy2d  # noqa: E402  (the folder comes from the command line)
import torch  # noqa: E402

case = json.load(sys.stdin)
eps = torch.tensor(case["eps"])[None]
target = toy2d.Target(case["energy"])
hidden = len(case["parameters"]["w1"]) // case["length"]
model = toy2d.Nice(case["length"], 1, eps.shape[-1], target, torch.device("cpu"), hidden=hidden)
for name, values in case["parameters"].items():
    model.p[name].copy_(torch.tensor(values).view(model.p[name].shape))
# The peer shifts the second number of every layer and exchanges the numbers before and after every other one.
swap = torch.tensor([[0.0, 1.0], [1.0, 0.0]])
for layer, permutation in enumerate(case["permutations"]):
    mixing = torch.eye(2)[permutation]
    model.Q[layer, 0] = swap @ mixing if layer % 2 else mixing @ swap if layer else mixing
model.manual(eps, torch.tensor(case["beta"]))
loss = float(model.loss(eps, 1.0))
print(json.dumps({"loss": loss, "gradients": {n: g.flatten().tolist() for n, g in model.g.items()}}))
