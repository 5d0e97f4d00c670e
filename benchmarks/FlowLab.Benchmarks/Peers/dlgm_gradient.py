"""Loss and gradients of the peer's latent model at given parameters, data and noise: read as JSON from stdin, printed as one JSON line.

Rows are permuted on the way in and back on the way out, see dlgm_order.py.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import dlgm  # noqa: E402  (the folder comes from the command line)
from dlgm_order import order  # noqa: E402
import torch  # noqa: E402

case = json.load(sys.stdin)
dlgm.X, dlgm.H, dlgm.D = case["pixels"], case["hidden"], case["latents"]
K, D = case["length"], dlgm.D
NAMES = {"e1": "encoder.hidden1", "e2": "encoder.hidden2", "eo": "encoder.output",
         "d1": "decoder0.hidden1", "d2": "decoder0.hidden2", "do": "decoder0.output"}


P = dlgm.Params(K, 1, torch.device("cpu"))
rows = {}
for name, inputs, outputs in dlgm.layers(K):
    rows[name] = torch.tensor(order(dlgm, K, name, outputs))
    weight = torch.tensor(case["parameters"][NAMES[name] + ".weight"]).view(outputs, inputs)
    bias = torch.tensor(case["parameters"][NAMES[name] + ".bias"]).view(outputs, 1)
    P.p[name + ".w"][0].copy_(weight[rows[name]])
    P.p[name + ".b"][0].copy_(bias[rows[name]])
eps = torch.tensor(case["eps"], dtype=torch.float32).view(1, D, -1)
B = eps.shape[-1]
x = torch.tensor(case["x"], dtype=torch.float32).view(1, dlgm.X, B)
loss = float(dlgm.free_energy(P.p, x, eps, 1.0, K))
dlgm.Manual(P, K, 1, B, torch.device("cpu")).run(x, eps, torch.tensor(case["beta"]))
gradients = {}
for name, inputs, outputs in dlgm.layers(K):
    for part, key in (("weight", ".w"), ("bias", ".b")):
        own = torch.empty_like(P.g[name + key][0])
        own[rows[name]] = P.g[name + key][0]
        gradients[NAMES[name] + "." + part] = own.flatten().tolist()
print(json.dumps({"loss": loss, "gradients": gradients}))
