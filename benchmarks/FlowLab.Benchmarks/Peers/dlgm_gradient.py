"""Loss and gradients of the peer's latent model at given parameters, data and noise: read as JSON from stdin, printed as one JSON line.

The peer takes the maximum over units j H + k, FlowLab over 4 k + j; the peer's head is mu, ln sigma, u, w, b of all layers, FlowLab's mu, ln sigma,
then w, u, b of each layer: rows are permuted on the way in and back on the way out.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import dlgm  # noqa: E402  (the folder comes from the command line)
import torch  # noqa: E402

case = json.load(sys.stdin)
dlgm.X, dlgm.H, dlgm.D = case["pixels"], case["hidden"], case["latents"]
K, H, D, W = case["length"], dlgm.H, dlgm.D, dlgm.WIN
NAMES = {"e1": "encoder.hidden1", "e2": "encoder.hidden2", "eo": "encoder.output",
         "d1": "decoder0.hidden1", "d2": "decoder0.hidden2", "do": "decoder0.output"}


def order(name, rows):
    """for each of the peer's rows, FlowLab's row"""
    if name in ("e1", "e2", "d1", "d2"):
        return [W * k + j for j in range(W) for k in range(H)]
    if name != "eo":
        return list(range(rows))
    first = [2 * D + l * (2 * D + 1) for l in range(K)]
    return (list(range(2 * D)) + [f + D + d for f in first for d in range(D)] + [f + d for f in first for d in range(D)]
            + [f + 2 * D for f in first])


P = dlgm.Params(K, 1, torch.device("cpu"))
rows = {}
for name, inputs, outputs in dlgm.layers(K):
    rows[name] = torch.tensor(order(name, outputs))
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
