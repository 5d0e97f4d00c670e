using FlowLab.Flows;

namespace AffineCoupling;

/// <summary>The passes, whatever the type of the networks.</summary>
internal interface IAffinePasses
{
    void Forward(in FlowForward pass);

    void Backward(in FlowBackward pass);

    void Inverse(in FlowInverse pass);

    void InverseBackward(in FlowInverseBackward pass);
}
