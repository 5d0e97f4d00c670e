using FlowLab.Engine.Models;
using FlowLab.Kernels;
using FlowLab.Networks;
using ILGPU.Runtime;

namespace FlowLab.Engine.Latents;

/// <summary>
/// Device memory for passes of B samples, some for each of N data points, through a latent model: sample s belongs to point s mod N. The
/// inference network runs once per point, everything else once per sample.
/// </summary>
public sealed class LatentWorkspace : IDisposable
{
    private readonly DeviceTensors _tensors;

    /// <param name="model">The model.</param>
    /// <param name="accelerator">The device.</param>
    /// <param name="seeds">Seeds R.</param>
    /// <param name="points">Data points N.</param>
    /// <param name="samples">Samples per data point.</param>
    /// <param name="gradients">Whether backward passes will be made.</param>
    public LatentWorkspace(LatentModel model, Accelerator accelerator, int seeds, int points, int samples, bool gradients)
    {
        int batch = checked(points * samples);
        _tensors = new DeviceTensors(accelerator, seeds);
        Flow = new FlowWorkspace(accelerator, model.Chain, seeds, batch, gradients, points);
        Points = _tensors.Allocate("points", model.PointDimension, points);
        Head = _tensors.Allocate("amortised parameters", model.Encoder.Outputs, points);
        HeadGradient = _tensors.Allocate("gradient of the amortised parameters", gradients ? model.Encoder.Outputs : 0, points);
        EncoderTape = _tensors.Allocate("tape of the encoder", model.Encoder.TapeLength, points);
        Outputs = [.. model.Decoders.Select(network => _tensors.Allocate("outputs of a decoder", network.Outputs, batch))];
        DecoderTapes = gradients
            ? [.. model.Decoders.Select(network => _tensors.Allocate("tape of a decoder", network.TapeLength, batch))]
            : SharedTape(model.Decoders, batch);
        Target = model.Chain.FollowsTarget ? new LatentTarget(model, this, accelerator, _tensors, seeds, gradients) : null;
        Flow.Target = Target;
        LogLikelihood = _tensors.Allocate("ln p(x|z)", 1, batch);
        LogPrior = _tensors.Allocate("ln p(z)", 1, batch);
        EncoderScratch = _tensors.Allocate("scratch of the encoder", gradients ? model.Encoder.ScratchLength : 0, points);
        DecoderScratch = _tensors.Allocate("scratch of the decoders", gradients || model.Chain.FollowsTarget ? model.Decoders.Max(network => network.ScratchLength) : 0, batch);
    }

    /// <summary>z and its densities, [R, ., B].</summary>
    public FlowWorkspace Flow { get; }

    /// <summary>[R, pixels, N]: x.</summary>
    public SampleView Points { get; }

    /// <summary>[R, amortised parameters, N]: what the inference network says of each point.</summary>
    public SampleView Head { get; }

    /// <summary>[R, amortised parameters, N].</summary>
    public SampleView HeadGradient { get; }

    /// <summary>[R, ., N].</summary>
    public SampleView EncoderTape { get; }

    /// <summary>[R, outputs, B] per generative network; after a backward pass, the gradients.</summary>
    public IReadOnlyList<SampleView> Outputs { get; }

    /// <summary>[R, ., B] per generative network.</summary>
    public IReadOnlyList<SampleView> DecoderTapes { get; }

    /// <summary>[R, 1, B]: ln p(x|z).</summary>
    public SampleView LogLikelihood { get; }

    /// <summary>[R, 1, B]: ln p(z).</summary>
    public SampleView LogPrior { get; }

    /// <summary>[R, ., N].</summary>
    public SampleView EncoderScratch { get; }

    /// <summary>[R, ., B].</summary>
    public SampleView DecoderScratch { get; }

    /// <summary>What flows of the posterior follow that ask for it; null where none does.</summary>
    internal LatentTarget? Target { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flow.Dispose();
        _tensors.Dispose();
    }

    private IReadOnlyList<SampleView> SharedTape(IReadOnlyList<INetwork> networks, int batch)
    {
        SampleView shared = _tensors.Allocate("tape of the decoders", networks.Max(network => network.TapeLength), batch);
        return [.. networks.Select(network => new SampleView(shared.Values, network.TapeLength, batch))];
    }
}
