namespace FlowLab.Accelerators.IR;

/// <summary>Where scalars lie in the block of a launch's arguments: numbers take a slot each, a view takes three.</summary>
internal static class ArgumentSlots
{
    internal const int SizeInBytes = sizeof(long);

    /// <summary>The address of a view's first element, its length in elements, and its distance in bytes from the start of its buffer.</summary>
    internal const int PerView = 3;

    internal const int Length = 1;
    internal const int Offset = 2;
}
