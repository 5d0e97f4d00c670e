using FlowLab.Flows;

namespace FlowLab.Layers;

/// <summary>The loaded passes of a flow, with the type of its layers hidden.</summary>
public interface ILayerLaunches
{
    /// <inheritdoc cref="IFlow.Forward"/>
    void Forward(in FlowForward pass);

    /// <inheritdoc cref="IFlow.Backward"/>
    void Backward(in FlowBackward pass);

    /// <inheritdoc cref="IFlow.Inverse"/>
    void Inverse(in FlowInverse pass);

    /// <inheritdoc cref="IFlow.InverseBackward"/>
    void InverseBackward(in FlowInverseBackward pass);
}
