using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FlowLab.Benchmarks.TorchSharp;

/// <summary>A model as a C# user writes it: eager tensors, autograd.</summary>
internal interface IFreeEnergy
{
    /// <summary>By the names that FlowLab's cases have.</summary>
    IReadOnlyDictionary<string, Parameter> Parameters { get; }

    /// <summary>Data and noise of a batch.</summary>
    Tensor[] Draw(int batch);

    /// <summary>The free energy, mean over the batch, summed over seeds.</summary>
    /// <param name="drawn">What <see cref="Draw"/> gives.</param>
    /// <param name="beta">The factor on the energy, or on ln p(x, z).</param>
    Tensor Loss(Tensor[] drawn, double beta);
}
