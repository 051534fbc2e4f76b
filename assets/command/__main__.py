from assets.command import main

main()
