namespace TestDependency;

/// <summary>Tells which version of this assembly the caller got.</summary>
public static class Dependency
{
    public static int Version => 1;
}
