namespace FlowLab.Engine.Training;

/// <summary>Numbers that are read piece by piece, wherever they lie.</summary>
internal interface INumberSource
{
    /// <summary>How many there are.</summary>
    int Length { get; }

    /// <summary>Copies the numbers from <paramref name="first"/> on.</summary>
    void CopyTo(int first, Span<float> piece);
}
