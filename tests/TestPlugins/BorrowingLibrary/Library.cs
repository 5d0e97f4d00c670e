using Spectre.Console;

namespace BorrowingLibrary;

/// <summary>Would work on whatever version of the library the host has.</summary>
public static class Library
{
    public static double Factor => Color.White.R / 255.0;
}
