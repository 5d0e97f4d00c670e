namespace GoodPlugin;

/// <summary>A private service that the plugin's components share; counts how many of them were built.</summary>
public sealed class Counter
{
    public int Built { get; private set; }

    public int Next() => ++Built;
}
