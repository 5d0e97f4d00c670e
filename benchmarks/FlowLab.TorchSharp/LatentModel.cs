using TorchSharp.Modules;
using static TorchSharp.torch;
using Functional = TorchSharp.torch.nn.functional;

namespace FlowLab.Benchmarks.TorchSharp;

/// <summary>
/// The paper's MNIST model: x [R, X, B] to two maxout layers of 4 to mu, ln sigma and w, u, b of every planar layer; z to two maxout layers to logits. Rows are
/// in FlowLab's order.
/// </summary>
internal sealed class LatentModel : IFreeEnergy
{
    private const int Pieces = 4;
    private static readonly string[] Names = ["encoder.hidden1", "encoder.hidden2", "encoder.output", "decoder0.hidden1", "decoder0.hidden2", "decoder0.output"];
    private readonly int _pixels, _hidden, _latents, _length, _seeds;
    private readonly Dictionary<string, Parameter> _parameters = [];

    public LatentModel(int pixels, int hidden, int latents, int length, int seeds)
    {
        (_pixels, _hidden, _latents, _length, _seeds) = (pixels, hidden, latents, length, seeds);
        int wide = Pieces * hidden, head = 2 * latents + length * (2 * latents + 1);
        (int Inputs, int Outputs)[] layers = [(pixels, wide), (hidden, wide), (hidden, head), (latents, wide), (hidden, wide), (hidden, pixels)];
        for (int i = 0; i < layers.Length; i++)
        {
            double scale = (Names[i] == "encoder.output" ? 0.1 : 1) / Math.Sqrt(layers[i].Inputs);
            _parameters[Names[i] + ".weight"] = new Parameter(randn(seeds, layers[i].Outputs, layers[i].Inputs) * scale);
            _parameters[Names[i] + ".bias"] = new Parameter(zeros(seeds, layers[i].Outputs, 1));
        }
    }

    public IReadOnlyDictionary<string, Parameter> Parameters => _parameters;

    public Tensor[] Draw(int batch) => [rand(_seeds, _pixels, batch).lt(0.13).to(float32), randn(_seeds, _latents, batch)];

    public Tensor Loss(Tensor[] drawn, double beta)
    {
        Tensor x = drawn[0], noise = drawn[1];
        Tensor head = Linear("encoder.output", Maxout("encoder.hidden2", Maxout("encoder.hidden1", x)));
        Tensor logSigma = head.narrow(1, _latents, _latents);
        Tensor z = head.narrow(1, 0, _latents) + exp(logSigma) * noise;
        Tensor logDet = zeros(1);
        for (int layer = 0; layer < _length; layer++)
            z = Planar(head.narrow(1, 2 * _latents + layer * (2 * _latents + 1), 2 * _latents + 1), z, ref logDet);
        Tensor logits = Linear("decoder0.output", Maxout("decoder0.hidden2", Maxout("decoder0.hidden1", z)));
        Tensor logBase = -(logSigma + 0.5 * noise * noise).sum();
        Tensor logJoint = -Functional.binary_cross_entropy_with_logits(logits, x, reduction: nn.Reduction.Sum) - 0.5 * (z * z).sum();
        return (logBase - logDet - beta * logJoint) / x.shape[2];
    }

    private Tensor Planar(Tensor parameters, Tensor z, ref Tensor logDet)
    {
        Tensor w = parameters.narrow(1, 0, _latents), u = parameters.narrow(1, _latents, _latents), b = parameters.select(1, 2 * _latents);
        Tensor alignment = (w * u).sum(1), gain = Functional.softplus(alignment) - 1;
        Tensor shift = u + ((gain - alignment) / (w * w).sum(1)).unsqueeze(1) * w;
        Tensor h = tanh((w * z).sum(1) + b);
        logDet = logDet + log1p((1 - h * h) * gain).sum();
        return z + shift * h.unsqueeze(1);
    }

    private Tensor Linear(string name, Tensor input) => matmul(_parameters[name + ".weight"], input) + _parameters[name + ".bias"];

    private Tensor Maxout(string name, Tensor input) => Linear(name, input).view(_seeds, _hidden, Pieces, -1).amax([2]);
}
