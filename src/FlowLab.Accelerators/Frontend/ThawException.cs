namespace FlowLab.Accelerators.Frontend;

/// <summary>A variable that was taken for unchanging changes after all: the frontend starts again and knows better.</summary>
internal sealed class ThawException(VariableKey key) : Exception
{
    internal VariableKey Key { get; } = key;
}
