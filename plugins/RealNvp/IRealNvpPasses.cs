using FlowLab.Flows;

namespace FlowLab.Plugins.RealNvp;

/// <summary>The loaded kernels of a real NVP flow, with the type of its networks hidden.</summary>
internal interface IRealNvpPasses
{
    void Forward(in FlowForward pass);

    void Backward(in FlowBackward pass);

    void Inverse(in FlowInverse pass);

    void InverseBackward(in FlowInverseBackward pass);
}
