namespace FlowLab.Flows;

/// <summary>
/// A segment of K layers of one kind of normalizing flow, for R seeds at once. Every direction is one kernel launch. A flow keeps no
/// trained state of its own: parameters, state and gradients come with each pass, so that the engine decides where they live and
/// whether parameters are global or amortised (see <see cref="Kernels.ParameterView"/>). Launches are asynchronous; a flow never synchronises.
/// </summary>
public interface IFlow : IDisposable
{
    /// <summary>Layers, K.</summary>
    int Length { get; }

    /// <summary>Parameters per set, P: all layers together.</summary>
    int ParameterCount { get; }

    /// <summary>The named parts of a set; they cover 0 .. P - 1 in order.</summary>
    IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>Numbers per sample that the forward pass leaves for the backward pass.</summary>
    int TapeLength { get; }

    /// <summary>Numbers per sample that a pass needs while it runs.</summary>
    int ScratchLength { get; }

    /// <summary>Whose its parameters are in a posterior q(z|x), unless the manifest says otherwise. Elsewhere they are always global.</summary>
    ParameterScope Scope => ParameterScope.Amortised;

    /// <summary>Draws the constants of each seed and writes its initial parameters.</summary>
    /// <param name="seeds">The seeds on the seeds axis and their random streams.</param>
    /// <param name="parameters">[R, P], to be filled.</param>
    void Initialize(FlowSeeds seeds, Span<float> parameters);

    /// <summary>z0 to zK with log-det.</summary>
    void Forward(in FlowForward pass);

    /// <summary>Gradients through <see cref="Forward"/>.</summary>
    void Backward(in FlowBackward pass);

    /// <summary>zK to z0 with log-det.</summary>
    void Inverse(in FlowInverse pass);

    /// <summary>Gradients through <see cref="Inverse"/>.</summary>
    void InverseBackward(in FlowInverseBackward pass);
}
