using FlowLab.Flows;

namespace FlowLab.Plugins.Nice;

/// <summary>The loaded kernels of a NICE flow, with the types of its mixing and networks hidden.</summary>
internal interface INicePasses
{
    void Forward(in FlowForward pass);

    void Backward(in FlowBackward pass);

    void Inverse(in FlowInverse pass);

    void InverseBackward(in FlowInverseBackward pass);
}
