namespace NotAPlugin;

/// <summary>An assembly without the plugin attribute.</summary>
public static class Library
{
    public static int Answer => 42;
}
