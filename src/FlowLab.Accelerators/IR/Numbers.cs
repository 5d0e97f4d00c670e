namespace FlowLab.Accelerators.IR;

/// <summary>Arrays of numbers for the compiler.</summary>
internal static class Numbers
{
    /// <summary>An array of one number. A loop, because <see cref="Array.Fill{T}(T[], T)"/> would have to be compiled before the first kernel is.</summary>
    internal static int[] Filled(int length, int value)
    {
        var numbers = new int[length];
        for (var i = 0; i < length; i++)
            numbers[i] = value;
        return numbers;
    }
}
